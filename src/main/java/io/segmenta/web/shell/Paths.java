package io.segmenta.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import io.segmenta.engine.base.RunId;
import java.util.Optional;

/** The addresses of all pages, as route templates for {@code @Route}. */
public final class Paths {

    public static final String RUNS = "";
    public static final String DATA = "new/data";
    public static final String DATASETS = "datasets";
    public static final String ADMIN = "admin";
    public static final String COMPARE = "compare";
    public static final String CHECK = "new/check";
    /** Where the columns and the quality of the rows were two steps; leads to the check. */
    public static final String COLUMNS = "new/columns";

    public static final String QUALITY = "new/quality";
    public static final String CONFIGURE = "new/configure";

    public static final String HELP = "help/return-on-marketing";

    /** The query parameter of the wizard's pages that names the dataset, by its SHA-256. */
    public static final String DATASET = "dataset";

    /** The name of the run's id in the templates. */
    private static final String RUN_ID = "run";

    /** As many digits as surely fit a long. */
    static final String RUN = ":" + RUN_ID + "([0-9]{1,18})";

    public static final String OVERVIEW = "runs/" + RUN;
    public static final String TRAINING = OVERVIEW + "/training";
    public static final String SEGMENTS = OVERVIEW + "/segments";
    public static final String EXPLORER = OVERVIEW + "/explorer";
    public static final String CUSTOMER = OVERVIEW + "/customer";
    public static final String MODEL = OVERVIEW + "/model";
    public static final String VALUE = OVERVIEW + "/value";
    public static final String PLAYBOOK = OVERVIEW + "/playbook";
    public static final String BUDGET = OVERVIEW + "/budget";
    public static final String COHORTS = OVERVIEW + "/cohorts";
    public static final String EXPORT = OVERVIEW + "/export";
    public static final String UPLIFT = OVERVIEW + "/uplift";

    /** The query parameter of {@link #CUSTOMER}: ids may hold anything, also slashes. */
    private static final String CUSTOMER_ID = "id";

    private Paths() {}

    /** The page of a customer of a run, called by their id. */
    public static Anchor customer(RunId run, String id) {
        return Destination.CUSTOMER.link(run).with(CUSTOMER_ID, id).anchor(id);
    }

    /** The customer that an address names; empty text where it names none. */
    static String customer(Location address) {
        return address.getQueryParameters().getSingleParameter(CUSTOMER_ID).orElse("");
    }

    /** The run that an address names; empty on pages that belong to none. */
    public static Optional<RunId> run(RouteParameters address) {
        return address.getLong(RUN_ID).map(RunId::new);
    }
}

package io.segmenta.web.shell;

import com.vaadin.flow.router.RouteConfiguration;
import io.segmenta.engine.base.RunId;
import io.segmenta.web.component.Glyph;
import java.util.Locale;

/** The pages one can link to. Views know each other only through this. */
public enum Destination {
    RUNS(Paths.RUNS, Glyph.HISTORY),
    DATA(Paths.DATA, Glyph.PLUS),
    DATASETS(Paths.DATASETS, Glyph.DATABASE),
    ADMIN(Paths.ADMIN, Glyph.SLIDERS),
    COMPARE(Paths.COMPARE, Glyph.FLOW),
    CHECK(Paths.CHECK, Glyph.CHECK),
    CONFIGURE(Paths.CONFIGURE, Glyph.SLIDERS),
    TRAINING(Paths.TRAINING, Glyph.CLOCK),
    OVERVIEW(Paths.OVERVIEW, Glyph.CHART),
    SEGMENTS(Paths.SEGMENTS, Glyph.PEOPLE),
    EXPLORER(Paths.EXPLORER, Glyph.CUBE),
    CUSTOMER(Paths.CUSTOMER, Glyph.PEOPLE),
    MODEL(Paths.MODEL, Glyph.SLIDERS),
    VALUE(Paths.VALUE, Glyph.CLOCK),
    COHORTS(Paths.COHORTS, Glyph.TABLE),
    PLAYBOOK(Paths.PLAYBOOK, Glyph.BOOK),
    BUDGET(Paths.BUDGET, Glyph.COINS),
    EXPORT(Paths.EXPORT, Glyph.DOWNLOAD),
    UPLIFT(Paths.UPLIFT, Glyph.SPARK),
    HELP(Paths.HELP, Glyph.BOOK);

    private final String template;
    private final Glyph glyph;

    Destination(String template, Glyph glyph) {
        this.template = template;
        this.glyph = glyph;
    }

    /** A page that does not belong to a run. */
    public Link link() {
        if (template.contains(Paths.RUN)) {
            throw new IllegalStateException(this + " is a page of a run: say which.");
        }
        return Link.to(template);
    }

    /** The page of a run. */
    public Link link(RunId run) {
        if (!template.contains(Paths.RUN)) {
            throw new IllegalStateException(this + " is not a page of a run.");
        }
        return Link.to(template.replace(Paths.RUN, run.toString()));
    }

    /** Its name in the navigation is {@code getTranslation(titleKey())}. */
    public String titleKey() {
        return "page." + name().toLowerCase(Locale.ROOT);
    }

    public Glyph glyph() {
        return glyph;
    }

    /** Whether this installation has the page. */
    boolean exists() {
        String path = template.contains(Paths.RUN) ? link(RunId.ANY).path() : template;
        return RouteConfiguration.forApplicationScope().getRoute(path).isPresent();
    }
}

package io.segmenta.web.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.NavigationTrigger;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunStatus;
import io.segmenta.service.run.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brand, navigation and, inside a run, the pages of that run. */
@CssImport("./styles/segmenta.css")
public final class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final List<Destination> PLACES =
            List.of(Destination.RUNS, Destination.DATA, Destination.COMPARE, Destination.DATASETS, Destination.ADMIN);

    private static final List<Destination> PAGES_OF_A_RUN = List.of(
            Destination.OVERVIEW,
            Destination.SEGMENTS,
            Destination.EXPLORER,
            Destination.MODEL,
            Destination.VALUE,
            Destination.COHORTS,
            Destination.PLAYBOOK,
            Destination.BUDGET,
            Destination.EXPORT,
            Destination.UPLIFT);

    private final transient RunService runs;
    private final SideNav places = new SideNav();
    private final SideNav run = new SideNav();
    private final Span where = new Span();

    public MainLayout(RunService runs) {
        this.runs = runs;
        setPrimarySection(Section.DRAWER);
        places.getElement().setAttribute("aria-label", getTranslation("nav.main"));
        PLACES.stream().filter(Destination::exists).forEach(page -> places.addItem(item(page, page.link())));
        run.addClassName("run-nav");
        run.setVisible(false);
        Div navigation = new Div(places, run);
        navigation.addClassName("navigation");
        Aside drawer = new Aside(brand(), navigation, new Footer(new ThemeToggle()));
        drawer.addClassName("drawer");
        drawer.getElement().setAttribute("aria-label", "Segmenta");
        addToDrawer(drawer);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("nav.toggle"));
        where.addClassName("where");
        Header navbar = new Header(toggle, where);
        navbar.addClassName("navbar");
        addToNavbar(navbar);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        content.getElement().setAttribute("role", "main");
        super.showRouterLayoutContent(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Optional<RunSummary> current = Paths.run(event.getRouteParameters()).flatMap(runs::summary);
        where.setText(current.map(RunSummary::name).orElse("Segmenta"));
        run.setVisible(current.isPresent());
        run.removeAll();
        current.ifPresent(this::list);
        if (event.getLocationChangeEvent().getTrigger() != NavigationTrigger.HISTORY) {
            // The window would stay scrolled to where the page before was left.
            UI.getCurrent().getPage().executeJs("window.scrollTo(0, 0)");
        }
    }

    private void list(RunSummary summary) {
        run.setLabel(summary.name());
        List<Destination> pages =
                summary.status() == RunStatus.SUCCEEDED ? PAGES_OF_A_RUN : List.of(Destination.TRAINING);
        pages.stream().filter(Destination::exists).forEach(page -> run.addItem(item(page, page.link(summary.id()))));
    }

    private SideNavItem item(Destination page, Link link) {
        SideNavItem item = new SideNavItem(
                getTranslation(page.titleKey()), link.path(), page.glyph().svg());
        if (page == Destination.DATA) {
            item.setPathAliases(Set.of(Paths.CHECK, Paths.COLUMNS, Paths.QUALITY, Paths.CONFIGURE));
        }
        return item;
    }

    private Anchor brand() {
        Image mark = new Image("icons/segmenta.svg", "");
        Anchor brand = Destination.RUNS.link().anchor("");
        brand.add(mark, new Span("Segmenta"));
        brand.addClassName("brand");
        return brand;
    }
}

package io.segmenta.web.datasets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.dataset.DatasetUse;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.ReadingNotes;
import io.segmenta.web.component.form.RenameDialog;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import java.util.List;

/** Everything that was uploaded here: what it takes up, a new segmentation from it, another name, and an end to it. */
@Route(value = Paths.DATASETS, layout = MainLayout.class)
public final class DatasetsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient DatasetService datasets;
    private final transient Formats formats = Formats.current();

    public DatasetsView(DatasetService datasets) {
        this.datasets = datasets;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        List<Dataset> all = datasets.list();
        if (all.isEmpty()) {
            EmptyState empty = new EmptyState(
                    Glyph.DATABASE, getTranslation("datasets.empty.title"), getTranslation("datasets.empty.sentence"));
            empty.offer(Destination.DATA.link().primaryButton(getTranslation("datasets.add")));
            add(new PageHeader(getTranslation("page.datasets"), ""), empty);
            return;
        }
        long bytes = 0;
        FiguresTable table = table();
        for (Dataset dataset : all) {
            DatasetUse use = datasets.use(dataset.fingerprint());
            bytes += use.diskBytes();
            list(dataset, use, table);
        }
        String total = getTranslation("datasets.sentence", all.size(), formats.bytes(bytes));
        add(
                new PageHeader(getTranslation("page.datasets"), total)
                        .withActions(Destination.DATA.link().primaryButton(getTranslation("datasets.add"))),
                new Card(table));
    }

    private FiguresTable table() {
        return new FiguresTable(getTranslation("page.datasets"))
                .words(getTranslation("datasets.name"))
                .numbers(getTranslation("datasets.rows"))
                .numbers(getTranslation("datasets.size"))
                .numbers(getTranslation("datasets.disk"))
                .numbers(getTranslation("datasets.runs"))
                .words(getTranslation("datasets.added"))
                .words(getTranslation("datasets.actions"))
                .stacked();
    }

    private void list(Dataset dataset, DatasetUse use, FiguresTable table) {
        table.row(
                name(dataset),
                new Span(formats.count(dataset.rows())),
                new Span(formats.bytes(dataset.bytes())),
                new Span(formats.bytes(use.diskBytes())),
                new Span(formats.count(use.runs())),
                new Span(formats.instant(dataset.added())),
                actions(dataset));
    }

    private Component name(Dataset dataset) {
        Span format = new Span(dataset.format());
        format.addClassName("quiet");
        Div both = new Div(new Span(dataset.name()), format);
        both.addClassName("dataset-name");
        ReadingNotes notes = new ReadingNotes(dataset);
        if (notes.isVisible()) {
            both.add(new Details(getTranslation("datasets.how"), notes));
        }
        return both;
    }

    private Component actions(Dataset dataset) {
        Component begin = Destination.CHECK
                .link()
                .with(Paths.DATASET, dataset.fingerprint().sha256())
                .anchor(getTranslation("datasets.begin"));
        begin.getElement().setAttribute("aria-label", getTranslation("datasets.begin.from", dataset.name()));
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        String more = getTranslation("datasets.more", dataset.name());
        SubMenu menu = bar.addItem("⋯", more).getSubMenu();
        bar.getItems().getFirst().setAriaLabel(more);
        menu.addItem(getTranslation("datasets.rename"), click -> rename(dataset));
        menu.addItem(getTranslation("datasets.delete"), click -> askToDelete(dataset));
        Div both = new Div(begin, bar);
        both.addClassName("dataset-actions");
        return both;
    }

    private void rename(Dataset dataset) {
        new RenameDialog(dataset.name(), name -> {
                    datasets.rename(dataset.fingerprint(), name);
                    show();
                })
                .open();
    }

    private void askToDelete(Dataset dataset) {
        int runs = datasets.use(dataset.fingerprint()).runs();
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("datasets.delete.title", dataset.name()),
                getTranslation("datasets.delete.sentence", runs),
                getTranslation("datasets.delete.all", runs),
                confirmed -> {
                    datasets.delete(dataset.fingerprint());
                    show();
                });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("datasets.keep"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(Destination.DATASETS.titleKey()));
    }
}

package io.segmenta.web.explorer;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import io.segmenta.web.component.Glyph;

/** Shows and hides the columns of a table. */
final class ColumnChooser extends MenuBar {

    ColumnChooser(Grid<?> grid) {
        MenuItem root = addItem(Glyph.COLUMNS.svg());
        root.add(new Span(getTranslation("explorer.columns")));
        grid.getColumns().stream().skip(1).forEach(column -> {
            MenuItem item = root.getSubMenu().addItem(column.getHeaderText());
            item.setCheckable(true);
            item.setKeepOpen(true);
            item.setChecked(column.isVisible());
            item.addClickListener(click -> column.setVisible(item.isChecked()));
        });
    }
}

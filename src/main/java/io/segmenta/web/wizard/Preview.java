package io.segmenta.web.wizard;

import com.vaadin.flow.component.grid.Grid;
import io.segmenta.engine.transactions.Field;
import java.util.List;
import java.util.Map;

/** The first rows as read; columns that serve a field say which. */
public final class Preview extends Grid<List<String>> {
    private final List<String> headers;

    public Preview(List<String> headers, List<List<String>> rows) {
        this.headers = headers;
        addClassName("preview");
        for (int i = 0; i < headers.size(); i++) {
            int column = i;
            addColumn(row -> column < row.size() ? row.get(column) : "")
                    .setKey("c" + i)
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
        setItems(rows);
        setSelectionMode(SelectionMode.NONE);
        setAriaLabel(getTranslation("columns.preview"));
    }

    /** @param fields by header */
    public void mark(Map<String, Field> fields) {
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            Field field = fields.get(header);
            getColumnByKey("c" + i)
                    .setHeader(
                            field == null ? header : getTranslation("columns.preview.header", header, field.label()));
        }
        recalculateColumnWidths();
    }
}

package io.segmenta.web.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.ingest.SourceNotes;
import io.segmenta.service.dataset.Dataset;

/** How the file of a dataset was read: its joins as a picture, its encoding, and sentences on what was read and what was not. */
public final class ReadingNotes extends Div {

    /** Invisible where there is nothing to say of it, as of one that an earlier version read. */
    public ReadingNotes(Dataset dataset) {
        addClassName("reading-notes");
        SourceNotes reading = dataset.reading();
        if (reading != null) {
            show(reading);
        }
        setVisible(getComponentCount() > 0);
    }

    private void show(SourceNotes reading) {
        if (!reading.joins().isEmpty()) {
            add(new JoinPicture(reading.joins()));
        }
        UnorderedList list = new UnorderedList();
        reading.sentences().forEach(sentence -> list.add(new ListItem(sentence)));
        if (reading.encoding() != null) {
            list.add(new ListItem(getTranslation("read.encoding", reading.encoding())));
        }
        if (list.getComponentCount() > 0) {
            add(list);
        }
    }
}

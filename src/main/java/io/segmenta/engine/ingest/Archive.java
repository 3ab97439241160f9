package io.segmenta.engine.ingest;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.ingest.table.TextFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The tables of all files in a ZIP, each called after the file it is in. */
final class Archive implements SourceFile {
    private final List<SourceFile> members = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    void add(String path, SourceFile member) {
        members.add(member);
        for (Table table : member.tables()) {
            tables.add(new Member(table.name().isEmpty() ? path : path + ": " + table.name(), table));
        }
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public void close() throws IOException {
        for (SourceFile member : members) {
            member.close();
        }
    }

    private record Member(String name, Table table) implements Table {
        @Override
        public String format() {
            return table.format();
        }

        @Override
        public List<List<String>> firstRows() {
            return table.firstRows();
        }

        @Override
        public OptionalLong rows() {
            return table.rows();
        }

        @Override
        public List<String> notes() {
            return table.notes();
        }

        @Override
        public Optional<String> encoding() {
            return table.encoding();
        }

        @Override
        public void scan(RowHandler handler, Progress progress) throws IOException {
            table.scan(handler, progress);
        }

        @Override
        public Optional<TextFile> text() {
            return table.text();
        }
    }
}

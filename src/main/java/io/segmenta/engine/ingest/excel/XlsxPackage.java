package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.ingest.table.Unpacking;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of an Office Open XML file (ECMA-376 part 2) and the relationships between them. POI's package takes a second to wake
 * up, a third of what reading half a million rows takes; the three kinds of parts that are asked for here need none of it.
 */
final class XlsxPackage implements AutoCloseable {
    private static final long RELATIONSHIP = XmlScanner.key("Relationship");
    private static final long ID = XmlScanner.key("Id");
    private static final long TYPE = XmlScanner.key("Type");
    private static final long TARGET = XmlScanner.key("Target");

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    XlsxPackage(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
        zip.stream().forEach(entry -> entries.put(key(entry.getName()), entry));
    }

    /** @param type the last word of the relationship's type, such as "worksheet" */
    record Relationship(String type, String part) {}

    /** The relationships of a part by their ids; "" stands for the whole package. */
    Map<String, Relationship> relationships(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Relationship> relationships = new HashMap<>();
        Optional<InputStream> in = open(folder + "_rels/" + part.substring(slash) + ".rels");
        if (in.isEmpty()) {
            return relationships;
        }
        try (InputStream stream = in.get()) {
            XmlScanner xml = new XmlScanner(stream);
            while (xml.next()) {
                if (xml.name() == RELATIONSHIP && xml.begins()) {
                    String id = "";
                    String type = "";
                    String target = "";
                    while (xml.nextAttribute()) {
                        if (xml.attribute() == ID) {
                            id = xml.value();
                        } else if (xml.attribute() == TYPE) {
                            type = xml.value();
                        } else if (xml.attribute() == TARGET) {
                            target = xml.value();
                        }
                    }
                    String path = target.startsWith("/") ? target.substring(1) : folder + target;
                    relationships.put(id, new Relationship(type.substring(type.lastIndexOf('/') + 1), path));
                }
            }
        }
        return relationships;
    }

    /** A part's bytes, watched against expanding beyond all proportion. */
    Optional<InputStream> open(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            return Optional.empty();
        }
        Unpacking limit = new Unpacking(entry.getName(), Math.max(entry.getCompressedSize(), 1), Progress.SILENT);
        return Optional.of(new FilterInputStream(zip.getInputStream(entry)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int n = super.read(bytes, offset, length);
                limit.add(Math.max(n, 0));
                return n;
            }
        });
    }

    /** Uncompressed bytes, as the archive claims; at least 1. */
    long size(String part) {
        ZipEntry entry = entries.get(key(part));
        return entry == null ? 1 : Math.max(1, entry.getSize());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Names of parts differ in nothing but case, and careless writers separate folders the way of Windows. */
    private static String key(String part) {
        return part.replace('\\', '/').toLowerCase(Locale.ROOT);
    }
}

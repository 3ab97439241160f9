package io.segmenta.engine.ingest;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.excel.Workbooks;
import io.segmenta.engine.ingest.json.JsonFiles;
import io.segmenta.engine.ingest.markup.MarkupFiles;
import io.segmenta.engine.ingest.parquet.ParquetFiles;
import io.segmenta.engine.ingest.sqlite.SqliteDatabase;
import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Unpacking;
import io.segmenta.engine.ingest.table.UnsupportedFile;
import io.segmenta.engine.ingest.text.TextFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Tells formats apart by what a file contains, never by what it is called, and unpacks what is packed. */
final class SourceOpener {
    /** Brackets may begin a name of a column as well. */
    private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[{\\[\\]\"\\d]");

    private static final Pattern HTML = Pattern.compile("<(?:html|table|head|meta|style|body|div|!doctype html)\\b");

    private final WorkFolder work;
    private final Progress progress;
    private final @Nullable String encoding;
    private final boolean insideArchive;

    /** @param encoding as in {@link SourceOptions} */
    SourceOpener(WorkFolder work, Progress progress, @Nullable String encoding) {
        this(work, progress, encoding, false);
    }

    private SourceOpener(WorkFolder work, Progress progress, @Nullable String encoding, boolean insideArchive) {
        this.work = work;
        this.progress = progress;
        this.encoding = encoding;
        this.insideArchive = insideArchive;
    }

    /**
     * @param name for messages
     * @throws UnsupportedFile where the file holds no table
     * @throws UserFacingException where it is damaged
     */
    SourceFile open(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(Signature.LENGTH);
        }
        if (head.length == 0) {
            throw new UnsupportedFile(name, "is empty");
        }
        if (Signature.starts(head, "PK")) {
            return zip(file, name);
        }
        if (Signature.starts(head, "\u001f\u008b")) {
            return gzip(file, name);
        }
        if (Signature.starts(head, "\u00d0\u00cf\u0011\u00e0")) {
            return Workbooks.openXls(file, name);
        }
        if (Signature.starts(head, "SQLite format 3\0")) {
            return SqliteDatabase.open(file, name);
        }
        if (Signature.starts(head, "PAR1")) {
            return ParquetFiles.open(file, name);
        }
        Optional<String> refused = Signature.refused(head);
        if (refused.isPresent()) {
            throw new UnsupportedFile(name, refused.get());
        }
        return text(file, name, Signature.text(head).toLowerCase(Locale.ROOT));
    }

    /** @param start in small letters */
    private SourceFile text(Path file, String name, String start) throws IOException {
        if (JSON.matcher(start).lookingAt()) {
            return JsonFiles.open(file, name);
        }
        if (start.startsWith("<")) {
            if (start.contains("urn:schemas-microsoft-com:office:spreadsheet") && start.contains("workbook")) {
                return MarkupFiles.openSpreadsheetXml(file, name);
            }
            if (HTML.matcher(start).find()) {
                return MarkupFiles.openHtml(file, name, encoding);
            }
        }
        return TextFiles.open(file, name, encoding);
    }

    private SourceFile gzip(Path file, String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            Path unpacked = work.unpack(in, new Unpacking(name, Files.size(file), progress));
            return open(unpacked, name);
        } catch (ZipException | EOFException e) {
            throw damaged(name, e);
        }
    }

    private SourceFile zip(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<String> document = document(zip);
            if (document.isPresent()) {
                throw new UnsupportedFile(name, document.get());
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Workbooks.openXlsx(file, name);
            }
            if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
                return MarkupFiles.openOds(file, name);
            }
            if (insideArchive) {
                throw new UnsupportedFile(name, "is an archive inside an archive");
            }
            return members(zip, file, name);
        } catch (ZipException e) {
            throw damaged(name, e);
        }
    }

    private SourceFile members(ZipFile zip, Path file, String name) throws IOException {
        Unpacking limit = new Unpacking(name, Files.size(file), progress);
        Archive archive = new Archive();
        UnsupportedFile refusal = null;
        try {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String path = entry.getName();
                String base = path.substring(path.lastIndexOf('/') + 1);
                if (entry.isDirectory() || base.startsWith(".") || path.startsWith("__MACOSX/")) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    archive.add(
                            path, new SourceOpener(work, progress, encoding, true).open(work.unpack(in, limit), base));
                } catch (UnsupportedFile e) {
                    refusal = refusal == null ? e : refusal;
                }
            }
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
        if (archive.tables().isEmpty()) {
            throw refusal == null ? new UnsupportedFile(name, "holds no file") : refusal;
        }
        return archive;
    }

    private static UserFacingException damaged(String name, IOException cause) {
        return new UserFacingException(
                "\"" + name + "\" is damaged or was cut off on its way. Download or pack it again and upload that.",
                cause);
    }

    /** What an archive is that is a document of another kind. */
    private static Optional<String> document(ZipFile zip) {
        if (zip.getEntry("Index/Document.iwa") != null || zip.getEntry("Index.zip") != null) {
            return Optional.of("is a document of Numbers, Pages or Keynote; in Numbers choose File, Export To, CSV");
        }
        if (zip.getEntry("word/document.xml") != null) {
            return Optional.of("is a Word document");
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            return Optional.of("is a binary workbook (.xlsb), which has to be saved as .xlsx");
        }
        boolean office = zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") == null;
        return office ? Optional.of("is an Office file without a sheet") : Optional.empty();
    }
}

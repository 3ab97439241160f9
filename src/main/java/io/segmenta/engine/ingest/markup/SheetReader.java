package io.segmenta.engine.ingest.markup;

import io.segmenta.engine.ingest.table.RowHandler;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The sheets of one dialect of XML, from its first element to its last. */
interface SheetReader {
    /** Bytes at the beginning that say what the rest is written in. */
    int DECLARATION = 256;

    Pattern ENCODING = Pattern.compile("(?:\u00ef\u00bb\u00bf)?\\s*<\\?xml[^>]*encoding=[\"']([\\w.:-]+)[\"']");

    /** Gives the XML, opened anew each time and watched against expanding beyond all proportion. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Takes the sheets in their order. */
    interface Sheets {
        /** @return takes the rows of the sheet; its answer at the end of a row ends the sheet early */
        RowHandler begin(String name);
    }

    void read(XMLStreamReader xml, Sheets sheets) throws XMLStreamException;

    /** Without a DTD there is nothing to expand and nothing to fetch. What is no character of the encoding shows as one that is not known. */
    static XMLStreamReader parser(InputStream in) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(DECLARATION);
        byte[] start = buffered.readNBytes(DECLARATION);
        buffered.reset();
        Reader reader = new BufferedReader(new InputStreamReader(buffered, charset(start)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return factory.createXMLStreamReader(reader);
    }

    private static Charset charset(byte[] start) {
        if (start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFE + 0xFF) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        try {
            return declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            // an encoding that there is not
            return StandardCharsets.UTF_8;
        }
    }
}

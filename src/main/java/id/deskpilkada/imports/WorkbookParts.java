package id.deskpilkada.imports;

import id.deskpilkada.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The parts of an .xlsx, opened only after their true unpacked size was measured. */
final class WorkbookParts implements AutoCloseable {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final long MOST_STRING_BYTES = 64L * 1024 * 1024;
    private static final long HARMLESS_BYTES = 32L * 1024 * 1024;
    private static final long HIGHEST_RATIO = 150;
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final ZipFile zip;

    private WorkbookParts(ZipFile zip) {
        this.zip = zip;
    }

    static WorkbookParts open(byte[] content) throws IOException {
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
        WorkbookParts parts = new WorkbookParts(zip);
        try {
            parts.measure(content.length);
            parts.refuseOtherArchives();
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
        return parts;
    }

    /** The part of a sheet by its relation's id. */
    InputStream sheet(String relation) throws IOException, XMLStreamException {
        try (InputStream relations = part(RELATIONS)) {
            XMLStreamReader xml = SheetScan.open(relations);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && relation.equals(xml.getAttributeValue(null, "Id"))) {
                    String target = xml.getAttributeValue(null, "Target");
                    return part(target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        throw new IOException("no relation " + relation);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private InputStream part(String name) throws IOException {
        ZipArchiveEntry entry = entry(name);
        if (entry == null) {
            throw new IOException("no part " + name);
        }
        return zip.getInputStream(entry);
    }

    private @Nullable ZipArchiveEntry entry(String name) {
        ZipArchiveEntry exact = zip.getEntry(name);
        return exact != null
                ? exact
                : Collections.list(zip.getEntries()).stream()
                        .filter(candidate -> candidate.getName().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    private void refuseOtherArchives() {
        if (entry("[Content_Types].xml") == null || entry(RELATIONS) == null) {
            throw Problem.unprocessable("NOT_A_WORKBOOK");
        }
    }

    /** Sizes declared in the archive may lie, so every part is unpacked once and counted. */
    private void measure(long packed) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_PARTS) {
            throw Problem.unprocessable("ZIP_BOMB");
        }
        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        for (ZipArchiveEntry entry : entries) {
            long before = total;
            boolean strings = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    total += read;
                    boolean tooDense = total > HARMLESS_BYTES && total > packed * HIGHEST_RATIO;
                    if (total > MOST_BYTES || tooDense || strings && total - before > MOST_STRING_BYTES) {
                        throw Problem.unprocessable("ZIP_BOMB");
                    }
                }
            }
        }
    }
}

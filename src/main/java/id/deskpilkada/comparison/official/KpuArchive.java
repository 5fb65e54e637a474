package id.deskpilkada.comparison.official;

import id.deskpilkada.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The JSON files of an archive, measured while they are unpacked: what an archive says about its own sizes proves nothing. Nothing is written to disk, so that names need not be trusted. */
final class KpuArchive {

    private static final int MOST_FILES = 25_000;
    private static final int MOST_BYTES_OF_A_FILE = 4 * 1024 * 1024;
    private static final long MOST_BYTES = 192L * 1024 * 1024;
    private static final long HARMLESS_BYTES = 16L * 1024 * 1024;
    private static final long HIGHEST_RATIO = 120;

    private final long packed;
    private long unpacked;

    private KpuArchive(long packed) {
        this.packed = packed;
    }

    /** @throws Problem 422 {@code ZIP_BOMB}, {@code OFFICIAL_BROKEN_ARCHIVE} or {@code OFFICIAL_NO_JSON_IN_ARCHIVE} */
    static Map<String, byte[]> files(byte[] content) {
        Map<String, byte[]> files;
        try {
            files = new KpuArchive(content.length).unpack(content);
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.unprocessable("OFFICIAL_BROKEN_ARCHIVE");
        }
        if (files.isEmpty()) {
            throw Problem.unprocessable("OFFICIAL_NO_JSON_IN_ARCHIVE");
        }
        return files;
    }

    private Map<String, byte[]> unpack(byte[] content) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_FILES) {
                    throw Problem.unprocessable("ZIP_BOMB");
                }
                var bytes = measured(zip);
                if (isJson(entry)) {
                    files.put(entry.getName(), bytes);
                }
            }
        }
        return files;
    }

    private byte[] measured(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            unpacked += read;
            boolean tooDense = unpacked > HARMLESS_BYTES && unpacked > packed * HIGHEST_RATIO;
            if (out.size() > MOST_BYTES_OF_A_FILE || unpacked > MOST_BYTES || tooDense) {
                throw Problem.unprocessable("ZIP_BOMB");
            }
        }
        return out.toByteArray();
    }

    private static boolean isJson(ZipEntry entry) {
        var name = entry.getName().toLowerCase(java.util.Locale.ROOT);
        return !entry.isDirectory() && name.endsWith(".json") && !name.startsWith("__macosx/");
    }
}

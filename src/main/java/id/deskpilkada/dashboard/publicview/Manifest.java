package id.deskpilkada.dashboard.publicview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The list of all public files, for whoever keeps a copy of them elsewhere: a static host or a CDN. */
final class Manifest {

    static final String PATH = "manifest.json";

    private static final JsonMapper JSON = new JsonMapper();

    private Manifest() {}

    /** @param address as it is asked for at this installation, and as it should stand at the copy */
    private record Entry(String path, String address, String etag, int size, int gzipSize, String changedAt) {}

    private record Listed(String changedAt, List<Entry> files) {}

    /** @param files at least one */
    static PublicFile of(Collection<PublicFile> files) {
        var last = files.stream()
                .map(PublicFile::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        var entries = files.stream().map(Manifest::entry).toList();
        var plain = json(new Listed(last.toString(), entries)).getBytes(StandardCharsets.UTF_8);
        return new PublicFile(PATH, "application/json", FileBytes.etag(plain), FileBytes.gzip(plain), plain, last);
    }

    private static Entry entry(PublicFile file) {
        return new Entry(
                file.path(),
                "/public/" + file.path(),
                file.etag(),
                file.plain().length,
                file.gzip().length,
                file.changedAt().toString());
    }

    private static String json(Listed listed) {
        try {
            return JSON.writeValueAsString(listed);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

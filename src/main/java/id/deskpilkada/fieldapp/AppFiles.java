package id.deskpilkada.fieldapp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The files of the field app under one version, a digest of them all: a page of a version finds every part of it in the same one. Nodes that run the same release name the same
 * version.
 */
@Component
class AppFiles {

    static final String PAGE = "aplikasi.html";
    static final String MANIFEST = "manifest.webmanifest";
    static final String WORKER = "sw.js";

    private static final int VERSION_DIGITS = 12;
    private static final String FOLDER = "/lapangan-app/";
    private static final Map<String, MediaType> TYPES = Map.of(
            "js", new MediaType("text", "javascript", StandardCharsets.UTF_8),
            "css", new MediaType("text", "css", StandardCharsets.UTF_8),
            "html", new MediaType("text", "html", StandardCharsets.UTF_8),
            "webmanifest", new MediaType("application", "manifest+json", StandardCharsets.UTF_8),
            "png", MediaType.IMAGE_PNG);

    private final String version;
    private final SortedMap<String, File> files;
    private final Set<String> pointers;
    private final String page;
    private final File worker;

    AppFiles(AppSources sources) {
        var modules = new AppPacks(sources.all()).files();
        var all = new TreeMap<>(sources.all());
        all.putAll(modules);
        version = version(all);
        files = new TreeMap<>();
        all.forEach((path, content) -> files.put(path, File.of(path, content)));
        pointers = modules.keySet();
        page = filled(PAGE);
        worker = text(WORKER, filled(WORKER).replace("{{files}}", String.join("', '", kept())));
        files.remove(WORKER);
        files.put(MANIFEST, text(MANIFEST, filled(MANIFEST)));
        files.put(PAGE, text(PAGE, page.replace("{{language}}", "id").replace("{{kept}}", " data-kept=\"1\"")));
    }

    /** @param compressed the same for whoever takes gzip; null where it would not be smaller */
    record File(MediaType type, byte[] content, byte @Nullable [] compressed) {

        static File of(String path, byte[] content) {
            var type =
                    TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
            return new File(type, content, compressed(content));
        }

        private static byte @Nullable [] compressed(byte[] content) {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new Smallest(packed)) {
                gzip.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.size() < content.length ? packed.toByteArray() : null;
        }
    }

    private static final class Smallest extends GZIPOutputStream {

        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    String version() {
        return version;
    }

    /** A part of this version by its path below it, e.g. {@code form/form.js}. */
    Optional<File> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** What everybody opens, in a language; nothing in it is about a person. */
    File page(String language) {
        return text(PAGE, page.replace("{{language}}", language).replace("{{kept}}", ""));
    }

    File manifest() {
        return files.getOrDefault(MANIFEST, text(MANIFEST, ""));
    }

    File worker() {
        return worker;
    }

    String root() {
        return FOLDER + version + "/";
    }

    private String filled(String path) {
        var file = files.get(path);
        if (file == null) {
            throw new IllegalStateException("the field app has no " + path);
        }
        return new String(file.content(), StandardCharsets.UTF_8)
                .replace("{{root}}", root())
                .replace("{{version}}", version);
    }

    /** The same content has the same version on every node. */
    private static String version(SortedMap<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                digest.update((path + ":" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the app asks for; what stands at the address of a single module is for others. */
    private Iterable<String> kept() {
        return files.keySet().stream()
                .filter(path -> !path.equals(WORKER) && !path.equals(MANIFEST))
                .filter(path -> !pointers.contains(path) || path.equals(AppPacks.FIRST) || path.equals(AppPacks.REST))
                .map(path -> root() + path)
                .toList();
    }

    private static File text(String path, String content) {
        return File.of(path, content.getBytes(StandardCharsets.UTF_8));
    }
}

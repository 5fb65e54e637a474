package id.deskpilkada.fieldapp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private static final String FOLDER = "/lapangan-app/";
    private static final Map<String, MediaType> TYPES = Map.of(
            "js", new MediaType("text", "javascript", StandardCharsets.UTF_8),
            "css", new MediaType("text", "css", StandardCharsets.UTF_8),
            "html", new MediaType("text", "html", StandardCharsets.UTF_8),
            "webmanifest", new MediaType("application", "manifest+json", StandardCharsets.UTF_8),
            "png", MediaType.IMAGE_PNG);

    private final String version;
    private final SortedMap<String, File> files;
    private final String page;
    private final File worker;

    AppFiles(AppSources sources) {
        version = sources.version();
        files = new TreeMap<>(sources.all().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> new File(type(file.getKey()), file.getValue()))));
        page = filled(PAGE).replace("{{preload}}", preload(sources));
        worker = text(WORKER, filled(WORKER).replace("{{files}}", String.join("', '", kept())));
        files.remove(WORKER);
        files.put(MANIFEST, text(MANIFEST, filled(MANIFEST)));
        files.put(PAGE, text(PAGE, page.replace("{{language}}", "id").replace("{{kept}}", " data-kept=\"1\"")));
    }

    record File(MediaType type, byte[] content) {}

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

    /** Parts that the first screen needs, named at once instead of found one by one over a slow line. */
    private String preload(AppSources sources) {
        return sources.firstNeeded().stream()
                .map(path -> "  <link rel=\"modulepreload\" href=\"" + root() + path + "\">")
                .collect(Collectors.joining("\n"));
    }

    private Iterable<String> kept() {
        return files.keySet().stream()
                .filter(path -> !path.equals(WORKER) && !path.equals(MANIFEST))
                .map(path -> root() + path)
                .toList();
    }

    private static File text(String path, String content) {
        return new File(type(path), content.getBytes(StandardCharsets.UTF_8));
    }

    private static MediaType type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
    }
}

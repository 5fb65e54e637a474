package id.deskpilkada.fieldapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the field app is made of, as it lies in the packaged application: our own modules, and those of the WebJars with their imports made relative, since no browser of the field has import maps. */
@Component
class AppSources {

    private static final String OWN = "static/lapangan-app/";
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final Map<String, String> VENDOR = Map.of(
            "vendor/preact.js", "preact/*/dist/preact.module.js",
            "vendor/hooks.js", "preact/*/hooks/dist/hooks.module.js",
            "vendor/idb.js", "idb/*/build/index.js",
            "vendor/wrap-idb-value.js", "idb/*/build/wrap-idb-value.js");

    private static final Pattern SOURCE_MAP = Pattern.compile("//# sourceMappingURL=\\S*");
    private static final Pattern IMPORT = Pattern.compile(
            "(?:^|[;}\\s])(?:import|export)\\b[^;'\"(]*?from\\s*['\"](\\.[^'\"]+)['\"]|import\\s*['\"](\\.[^'\"]+)['\"]");
    private static final int VERSION_DIGITS = 12;
    /** What the first screen is made of; what waits to be sent stands above it a moment later. */
    private static final List<String> FIRST = List.of("app.js", "home.js");

    private final SortedMap<String, byte[]> all = new TreeMap<>();

    AppSources(ResourcePatternResolver resources) {
        try {
            for (var file : resources.getResources("classpath*:" + OWN + "**/*.*")) {
                var address = file.getURL().toString();
                all.put(address.substring(address.lastIndexOf(OWN) + OWN.length()), file.getContentAsByteArray());
            }
            for (var vendor : VENDOR.entrySet()) {
                all.put(vendor.getKey(), vendor(resources, vendor.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By path below the version. */
    SortedMap<String, byte[]> all() {
        return all;
    }

    /** The same files have the same version on every node. */
    String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            all.forEach((path, content) -> {
                digest.update((path + ":" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The modules that the first screen imports, however far down. */
    List<String> firstNeeded() {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(FIRST);
        while (!open.isEmpty()) {
            var path = open.remove();
            var content = all.get(path);
            if (content != null && found.add(path)) {
                open.addAll(imports(path, new String(content, StandardCharsets.UTF_8)));
            }
        }
        return List.copyOf(found);
    }

    private static List<String> imports(String path, String module) {
        var imports = new ArrayList<String>();
        var base = URI.create("/" + path);
        var matcher = IMPORT.matcher(module);
        while (matcher.find()) {
            var named = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            imports.add(base.resolve(named).getPath().substring(1));
        }
        return imports;
    }

    private static byte[] vendor(ResourcePatternResolver resources, String path) throws IOException {
        Resource[] found = resources.getResources("classpath*:" + WEBJARS + path);
        if (found.length != 1) {
            throw new IllegalStateException("the field app needs one " + path + ", there are " + found.length);
        }
        var module = found[0].getContentAsString(StandardCharsets.UTF_8)
                .replace("from\"preact\"", "from\"./preact.js\"")
                .replace("from 'preact'", "from './preact.js'");
        return SOURCE_MAP.matcher(module).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}

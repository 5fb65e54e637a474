package id.deskpilkada.fieldapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

package id.deskpilkada.platform.webapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** One translation file of a Camunda webapp, flattened to dotted keys ({@code labels.CLAIM_TASK}). */
record LocaleFile(SortedMap<String, String> texts) {

    private static final String ROOT = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{[^{}]*}|%[sd]");

    static LocaleFile read(String app, String language) throws IOException {
        var resource = new ClassPathResource(ROOT + app + "/locales/" + language + ".json");
        try (InputStream in = resource.getInputStream()) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static LocaleFile parse(String json) throws IOException {
        // Camunda's own files begin with a byte order mark, which the parser refuses.
        String plain = json.startsWith("\uFEFF") ? json.substring(1) : json;
        SortedMap<String, String> texts = new TreeMap<>();
        flatten("", new JsonMapper().readTree(plain), texts);
        return new LocaleFile(texts);
    }

    private static void flatten(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(path + "." + entry.getKey(), entry.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "." + i, node.get(i), texts);
            }
        } else {
            texts.put(path.substring(1), node.asText());
        }
    }

    /** The placeholders of a text in alphabetical order: a translation may move them, but not lose or invent one. */
    List<String> placeholders(String key) {
        return PLACEHOLDER
                .matcher(texts.getOrDefault(key, ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    boolean isBlank(String key) {
        return texts.getOrDefault(key, "").isBlank();
    }
}

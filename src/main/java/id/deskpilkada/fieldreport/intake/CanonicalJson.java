package id.deskpilkada.fieldreport.intake;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** One spelling for one content: keys sorted, no white space, numbers by value. So a report that was packed anew on its way is still the same report. */
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder(1024);

    private CanonicalJson() {}

    /** @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED_JSON} for text that is no Unicode */
    static byte[] of(JsonNode node) {
        var canonical = new CanonicalJson();
        canonical.write(node);
        return canonical.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node);
            case ARRAY -> writeArray(node);
            case STRING -> writeText(node.textValue());
            case NUMBER -> out.append(number(node));
            default -> out.append(node.asText());
        }
    }

    private void writeObject(JsonNode node) {
        var fields = new TreeMap<String, JsonNode>();
        node.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
        var separator = '{';
        for (var field : fields.entrySet()) {
            out.append(separator);
            writeText(field.getKey());
            out.append(':');
            write(field.getValue());
            separator = ',';
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }

    private void writeArray(JsonNode node) {
        var separator = '[';
        for (var element : node) {
            out.append(separator);
            write(element);
            separator = ',';
        }
        out.append(node.isEmpty() ? "[]" : "]");
    }

    private void writeText(String text) {
        for (int at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == 0) {
                throw StrictJson.malformed();
            }
            if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(c)) {
                throw StrictJson.malformed();
            }
        }
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }

    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asText();
        }
        BigDecimal value = node.decimalValue();
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
    }
}

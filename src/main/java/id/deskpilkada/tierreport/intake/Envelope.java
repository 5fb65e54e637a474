package id.deskpilkada.tierreport.intake;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import java.util.Base64;

/**
 * A report as it travels.
 *
 * @param snapshot canonical JSON, to the byte; {@code statement} likewise
 */
record Envelope(String code, String snapshot, String statement, byte[] signature, String keyId) {

    private static final int LONGEST_CODE = 40;

    /** @throws Refused {@code INTAKE_MALFORMED} */
    static Envelope read(String text) {
        try {
            var tree = CanonicalJson.tree(text);
            var code = word(tree, "code");
            if (code.length() > LONGEST_CODE) {
                throw new Refused("INTAKE_MALFORMED", "code");
            }
            return new Envelope(
                    code,
                    word(tree, "snapshot"),
                    word(tree, "statement"),
                    Base64.getDecoder().decode(word(tree, "signature")),
                    word(tree, "keyId"));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new Refused("INTAKE_MALFORMED", "JSON");
        }
    }

    private static String word(JsonNode tree, String field) {
        var node = tree.path(field);
        if (!node.isTextual() || node.textValue().isBlank() || node.textValue().indexOf('\0') >= 0) {
            throw new Refused("INTAKE_MALFORMED", field);
        }
        return node.textValue();
    }
}

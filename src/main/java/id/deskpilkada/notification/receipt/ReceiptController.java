package id.deskpilkada.notification.receipt;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.outbox.OutboxSettings;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.audit.AuditEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where gateways tell what became of what they took. They are not signed in; a secret token of the installation lets them in. */
@RestController
@Tag(name = "notifications")
class ReceiptController {

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_REFERENCE = 200;

    private final ReceiptSettings settings;
    private final Receipts receipts;
    private final ObjectMapper json;
    private final Audit audit;

    ReceiptController(ReceiptSettings settings, Receipts receipts, ObjectMapper json, Audit audit) {
        this.settings = settings;
        this.receipts = receipts;
        this.json = json;
        this.audit = audit;
    }

    @Operation(summary = "A gateway's delivery report, or a list of them; token in X-Desk-Token")
    @PostMapping("/api/notifications/receipts/{gateway}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String gateway, HttpServletRequest request) {
        var known = settings.receipts().get(gateway.toLowerCase(Locale.ROOT));
        if (known == null || known.token().isBlank()) {
            throw Problem.notFound("NOT_FOUND");
        }
        Scope.system(OutboxSettings.WORK, () -> {
            if (!isToken(known.token(), request.getHeader("X-Desk-Token"))) {
                audit.record(AuditEntry.refused("message.receipt", gateway, null, Map.of()));
                throw Problem.of(HttpStatus.UNAUTHORIZED, "WRONG_CREDENTIALS");
            }
            var channel = ChannelCode.valueOf(gateway.toUpperCase(Locale.ROOT));
            var body = body(request);
            if (body.isArray()) {
                body.forEach(report -> take(channel, known, report));
            } else {
                take(channel, known, body);
            }
        });
    }

    private void take(ChannelCode channel, ReceiptSettings.Gateway gateway, JsonNode report) {
        var reference = text(report, gateway.idPointer());
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw Problem.unprocessable("RECEIPT_WITHOUT_ID", gateway.idPointer());
        }
        var state = text(report, gateway.statePointer()).toLowerCase(Locale.ROOT);
        if (gateway.delivered().contains(state)) {
            receipts.take(channel, reference, true);
        } else if (gateway.failed().contains(state)) {
            receipts.take(channel, reference, false);
        }
    }

    private static String text(JsonNode report, String pointer) {
        return report.at(JsonPointer.compile(pointer)).asText("").strip();
    }

    private static boolean isToken(String expected, @Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode body(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType());
        if (type.startsWith("application/x-www-form-urlencoded")) {
            var form = json.createObjectNode();
            request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
            return form;
        }
        try {
            var bytes = request.getInputStream().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE");
            }
            return json.readTree(bytes);
        } catch (IOException e) {
            throw Problem.unprocessable("MALFORMED_JSON");
        }
    }
}

package id.deskpilkada.sms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Where gateways hand SMS over. They are not signed in; a token of their own lets them in. */
@RestController
@Tag(name = "sms")
class InboundController {

    private static final int LONGEST = 256 * 1024;
    private static final int MOST = 100;

    private final Arrivals arrivals;
    private final ObjectMapper json;

    InboundController(Arrivals arrivals, ObjectMapper json) {
        this.arrivals = arrivals;
        this.json = json;
    }

    /**
     * @param stored how many of them are new
     * @param payload what gateways of the SMSSync family wait for
     */
    record Taken(int stored, Map<String, Object> payload) {}

    @Operation(
            summary =
                    "An SMS, or a list of them, that came in at a gateway: JSON or form, token in X-Desk-Token or in a field secret. The same id again changes nothing")
    @PostMapping("/api/sms/inbound/{gateway}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken take(@PathVariable String gateway, HttpServletRequest request, HttpServletResponse response) {
        var sent = body(request);
        var tokens = new Arrivals.Shown(header(request), field(sent));
        try {
            return new Taken(arrivals.take(gateway, tokens, messages(sent)), Map.of("success", true));
        } catch (Problem problem) {
            if (problem.status() == HttpStatus.TOO_MANY_REQUESTS) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "300");
            }
            throw problem;
        }
    }

    private static @Nullable String header(HttpServletRequest request) {
        return request.getHeader("X-Desk-Token");
    }

    private static @Nullable String field(JsonNode sent) {
        return sent.hasNonNull("secret") ? sent.get("secret").asText() : null;
    }

    private static List<JsonNode> messages(JsonNode sent) {
        if (!sent.isArray()) {
            return List.of(sent);
        }
        if (sent.size() > MOST) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE");
        }
        var all = new ArrayList<JsonNode>();
        sent.forEach(all::add);
        return all;
    }

    /** What stands in the address ends up in logs: nothing of it is read, a token least of all, however its name is spelt. */
    private static Stream<String> inAddress(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet()
                .stream()
                .map(InboundController::decoded);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return name;
        }
    }

    private JsonNode body(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType());
        if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data")) {
            var form = json.createObjectNode();
            request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
            inAddress(request).forEach(form::remove);
            return form;
        }
        try {
            var bytes = request.getInputStream().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE");
            }
            var read = json.readTree(bytes);
            if (read.isContainerNode()) {
                return read;
            }
        } catch (IOException e) {
            throw Problem.unprocessable("MALFORMED_JSON");
        }
        throw Problem.unprocessable("MALFORMED_JSON");
    }
}

package id.deskpilkada.fieldapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.sms.SmsReceiver;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** A person's day, for a program that works on without network. */
@RestController
class FieldDayController {

    private final FieldDayReading reading;
    private final SmsReceiver sms;
    private final ObjectMapper json;

    FieldDayController(FieldDayReading reading, SmsReceiver sms, ObjectMapper json) {
        this.reading = reading;
        this.sms = sms;
        this.json = json;
    }

    @Operation(
            summary =
                    "The caller's own polling stations, open reports, tasks and emergency numbers, to be kept for a day without network")
    @GetMapping("/api/field/day")
    ResponseEntity<FieldDay> day(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            WebRequest request)
            throws JsonProcessingException {
        if (!actor.may(Permission.REPORT) && !actor.may(Permission.REPORT_INCIDENTS)) {
            throw Problem.forbidden("FORBIDDEN");
        }
        var day = reading.of(election, round, sms.number().orElse(null), actor);
        var etag = "W/\"" + digest(day) + '"';
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(day);
    }

    /** Of everything but the moment at which it was asked. Weak, so that the answer is compressed on its way. */
    private String digest(FieldDay day) throws JsonProcessingException {
        ObjectNode tree = json.valueToTree(day);
        tree.remove("serverTime");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(json.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

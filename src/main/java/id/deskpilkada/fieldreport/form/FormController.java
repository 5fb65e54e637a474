package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** All forms that the caller may have to fill in during a round, for a program that draws them itself and keeps them while it has no network. */
@RestController
class FormController {

    private final Elections elections;
    private final FormsToFill forms;
    private final Messages messages;
    private final ObjectMapper json;

    FormController(Elections elections, FormsToFill forms, Messages messages, ObjectMapper json) {
        this.elections = elections;
        this.forms = forms;
        this.messages = messages;
        this.json = json;
    }

    record Forms(String election, String round, String language, List<FormView> forms) {}

    @GetMapping("/api/field/forms")
    ResponseEntity<Forms> forms(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            WebRequest request)
            throws JsonProcessingException {
        if (!actor.may(Permission.REPORT) && !actor.may(Permission.REPORT_INCIDENTS)) {
            throw Problem.forbidden("FORBIDDEN");
        }
        var about = elections.round(election, round);
        var drawn = forms.of(about, actor).stream()
                .map(form -> FormView.of(form, messages))
                .toList();
        var answer =
                new Forms(about.electionCode(), about.code(), Messages.locale().getLanguage(), drawn);
        // Weak, so that the answer is compressed on its way: over a slow line that is seconds.
        var etag = "W/\"" + digest(json.writeValueAsBytes(answer)) + '"';
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(answer);
    }

    /** The same forms in the same words have the same digest on every node. */
    private static String digest(byte[] forms) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(forms));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

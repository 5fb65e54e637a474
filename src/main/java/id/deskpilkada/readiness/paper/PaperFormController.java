package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Spare forms to print, always in Indonesian. */
@RestController
class PaperFormController {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final PaperForms forms;
    private final Elections elections;

    PaperFormController(PaperForms forms, Elections elections) {
        this.forms = forms;
        this.elections = elections;
    }

    @GetMapping("/api/paper-forms/{tps:[0-9]{13}}.pdf")
    ResponseEntity<byte[]> ofStation(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return file(tps, election, round, actor);
    }

    @GetMapping("/api/paper-forms/{region:[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}}.pdf")
    ResponseEntity<byte[]> ofVillage(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return file(Area.digits(region), election, round, actor);
    }

    private ResponseEntity<byte[]> file(String area, @Nullable String election, @Nullable String round, Actor actor) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(INDONESIAN);
        try {
            var pdf = forms.pdf(elections.round(election, round), area, actor);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"formulir-cadangan-" + area + ".pdf\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .body(pdf);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}

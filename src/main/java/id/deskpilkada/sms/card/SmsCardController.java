package id.deskpilkada.sms.card;

import id.deskpilkada.platform.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards for whoever works at a place. */
@RestController
@Tag(name = "sms")
class SmsCardController {

    private final SmsCards cards;

    SmsCardController(SmsCards cards) {
        this.cards = cards;
    }

    @Operation(summary = "Wallet cards for reports by SMS, of one polling station or of all of a village")
    @GetMapping("/api/sms/cards/{area}.pdf")
    ResponseEntity<byte[]> card(
            @PathVariable String area,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var pdf = cards.of(actor, area, election, round);
        var name = ContentDisposition.inline()
                .filename("kartu-sms-" + area + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf);
    }
}

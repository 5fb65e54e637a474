package id.deskpilkada.staff.helpdesk;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The help desk's work by program; roles helpdesk and it-admin, inside their area. */
@RestController
@RequestMapping("/api/staff")
@Tag(name = "staff")
class HelpDeskController {

    private final AccountSearch accounts;
    private final HelpDesk helpDesk;

    HelpDeskController(AccountSearch accounts, HelpDesk helpDesk) {
        this.accounts = accounts;
        this.helpDesk = helpDesk;
    }

    /** @param expiresAt absent for a password of Keycloak, which is worth nothing after one sign-in */
    record CodeAnswer(String code, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OffsetDateTime expiresAt) {}

    @Operation(summary = "People of one's area, by name, user name or region")
    @GetMapping
    AccountSearch.FoundPage search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return accounts.search(actor, q, region, page, size);
    }

    @Operation(summary = "Let a person try their password again")
    @PostMapping("/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable long id, Actor actor) {
        helpDesk.unlock(actor, id);
    }

    @Operation(
            summary = "A one-time code by which a person chooses a new password; shown this once, valid for 30 minutes")
    @PostMapping("/{id}/reset-codes")
    @ResponseStatus(HttpStatus.CREATED)
    CodeAnswer code(@PathVariable long id, Actor actor) {
        var code = helpDesk.code(actor, id);
        var expiresAt = code.expiresAt();
        return new CodeAnswer(code.code(), expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
    }
}

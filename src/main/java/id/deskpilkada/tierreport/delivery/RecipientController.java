package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** To whom the installation's own reports go. */
@RestController
@RequestMapping("/api/tier-recipients")
@Tag(name = "tier-reports")
class RecipientController {

    private final TierRecipients recipients;

    RecipientController(TierRecipients recipients) {
        this.recipients = recipients;
    }

    /** @param withToken whether a token for its intake is kept; the token itself is never told again */
    record RecipientAnswer(
            long id, String name, Way way, String address, List<String> slots, boolean active, boolean withToken) {

        static RecipientAnswer of(TierRecipient recipient) {
            return new RecipientAnswer(
                    recipient.id(),
                    recipient.name(),
                    recipient.way(),
                    recipient.address(),
                    recipient.chosenSlots(),
                    recipient.active(),
                    recipient.withToken());
        }
    }

    @Operation(summary = "Recipients of the installation's own reports")
    @GetMapping
    List<RecipientAnswer> all(Actor actor) {
        actor.require(Permission.MANAGE_TIER_PARTNERS);
        return recipients.all().stream().map(RecipientAnswer::of).toList();
    }

    @Operation(summary = "Add a recipient, by e-mail or at the intake of the installation one tier up")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RecipientAnswer add(@RequestBody RecipientDraft draft, Actor actor) {
        return RecipientAnswer.of(recipients.add(actor, draft));
    }

    @Operation(summary = "Change a recipient, or switch it off; a new address forgets the token")
    @PutMapping("/{id}")
    RecipientAnswer change(@PathVariable long id, @RequestBody RecipientDraft draft, Actor actor) {
        return RecipientAnswer.of(recipients.change(actor, id, draft));
    }
}

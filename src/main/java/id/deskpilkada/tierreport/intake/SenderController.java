package id.deskpilkada.tierreport.intake;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installations one tier below that may send reports here. */
@RestController
@RequestMapping("/api/tier-senders")
@Tag(name = "tier-reports")
class SenderController {

    private final TierSenders senders;

    SenderController(TierSenders senders) {
        this.senders = senders;
    }

    /** @param keys ids of the public keys that are known of it */
    record SenderAnswer(String region, String name, boolean active, boolean withToken, List<String> keys) {}

    /** @param token shown this once */
    record Token(String token) {}

    @Operation(summary = "Installations that may send reports here")
    @GetMapping
    List<SenderAnswer> all(Actor actor) {
        actor.require(Permission.MANAGE_TIER_PARTNERS);
        return senders.all().stream().map(this::answer).toList();
    }

    @Operation(summary = "Let an installation one tier below send, with its public keys")
    @PutMapping("/{region}")
    SenderAnswer put(@PathVariable String region, @RequestBody SenderDraft draft, Actor actor) {
        return answer(senders.put(actor, region, draft));
    }

    @Operation(
            summary = "Give a new token out for it; it is shown once, and the former one is good for nothing any more")
    @PostMapping("/{region}/token")
    Token token(@PathVariable String region, Actor actor) {
        return new Token(senders.token(actor, region));
    }

    private SenderAnswer answer(TierSender sender) {
        return new SenderAnswer(
                Area.dotted(sender.area()),
                sender.name(),
                sender.active(),
                sender.withToken(),
                senders.keys(sender.id()));
    }
}

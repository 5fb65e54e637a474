package id.deskpilkada.sms.gateway;

import id.deskpilkada.platform.Actor;
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

/** The gateways that may hand SMS over. */
@RestController
@RequestMapping("/api/sms/gateways")
@Tag(name = "sms")
class GatewayController {

    private final Gateways gateways;

    GatewayController(Gateways gateways) {
        this.gateways = gateways;
    }

    /** @param token shown this once */
    record Token(String token) {}

    @Operation(summary = "Gateways that may hand SMS over")
    @GetMapping
    List<Gateway> all(Actor actor) {
        actor.require(Permission.SET_UP);
        return gateways.all();
    }

    @Operation(summary = "Let a gateway hand SMS over, and say how it names what it sends")
    @PutMapping("/{gateway}")
    Gateway put(@PathVariable String gateway, @RequestBody GatewayDraft draft, Actor actor) {
        return gateways.put(actor, gateway, draft);
    }

    @Operation(
            summary = "Give a new token out for it; it is shown once, and the former one is good for nothing any more")
    @PostMapping("/{gateway}/token")
    Token token(@PathVariable String gateway, Actor actor) {
        return new Token(gateways.token(actor, gateway));
    }
}

package id.deskpilkada.staff.helpdesk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.signin.SignInMode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts at Keycloak by program; roles helpdesk and it-admin, inside their area; sign-in mode keycloak only. */
@RestController
@RequestMapping("/api/staff")
@Tag(name = "staff")
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "keycloak")
class AccountStatesController {

    private final AccountStates states;

    AccountStatesController(AccountStates states) {
        this.states = states;
    }

    @Operation(
            summary = "How far the accounts at Keycloak follow the staff list, and which of them wait or were refused")
    @GetMapping("/accounts")
    AccountStates.Overview overview(Actor actor) {
        return states.overview(actor);
    }

    @Operation(summary = "Tell Keycloak about an account again; one that was removed there is made anew")
    @PostMapping("/{id}/account-retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable long id, Actor actor) {
        states.retry(actor, id);
    }
}

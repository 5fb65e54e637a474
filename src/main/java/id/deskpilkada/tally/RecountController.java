package id.deskpilkada.tally;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecountController {

    private final Recount recount;

    RecountController(Recount recount) {
        this.recount = recount;
    }

    /** Compares the stored totals with the forms at every level, for people of the desk. */
    @GetMapping("/api/checks/recount")
    Recount.Outcome recount(Actor actor) {
        actor.require(Permission.CHECK_TOTALS);
        return recount.run();
    }
}

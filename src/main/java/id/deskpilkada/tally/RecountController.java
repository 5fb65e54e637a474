package id.deskpilkada.tally;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecountController {

    private final Recount recount;
    private final Regions regions;

    RecountController(Recount recount, Regions regions) {
        this.recount = recount;
        this.regions = regions;
    }

    /** Compares the stored totals with the forms at every level, for people of the desk. */
    @GetMapping("/api/checks/recount")
    Recount.Outcome recount(Actor actor) {
        if (!actor.hasRoleAt(regions.installation().code(), "desk", "supervisor", "it-admin", "leader")) {
            throw Problem.forbidden("FORBIDDEN");
        }
        return recount.run();
    }
}

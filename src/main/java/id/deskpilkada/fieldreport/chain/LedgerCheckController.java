package id.deskpilkada.fieldreport.chain;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets those who watch over the desk see for themselves that nothing in the ledger was altered. */
@RestController
class LedgerCheckController {

    private final LedgerCheck check;
    private final Messages messages;

    LedgerCheckController(LedgerCheck check, Messages messages) {
        this.check = check;
        this.messages = messages;
    }

    @GetMapping("/api/checks/ledger")
    LedgerState check(Actor actor) {
        actor.require(Permission.CHECK_LEDGER);
        var findings = check.run();
        var differences = findings.differences().stream()
                .map(difference -> new ShownDifference(
                        difference.kind(),
                        difference.id(),
                        messages.text(
                                "ledger." + difference.kind(),
                                difference.arguments().toArray())))
                .toList();
        return new LedgerState(
                differences.isEmpty(),
                findings.count(LedgerCheck.CHECKED),
                findings.count(LedgerCheck.UNSEALED),
                findings.count(LedgerCheck.PARKED),
                findings.count(LedgerCheck.ERASED),
                new Trail(findings.count("audit"), findings.count("audit-unsealed"), findings.count("rows")),
                differences);
    }

    /**
     * @param checked reports and photos looked at
     * @param unsealed reports of the last moment that no chain holds yet
     * @param parked reports set aside after technical failures
     * @param erased reports, photos and entries whose content was erased as decided, and has a tombstone
     */
    record LedgerState(
            boolean ok,
            long checked,
            long unsealed,
            long parked,
            long erased,
            Trail audit,
            List<ShownDifference> differences) {}

    /** @param rows facts, such as versions of forms, that were compared with the digest the trail holds of them */
    record Trail(long checked, long unsealed, long rows) {}

    record ShownDifference(String kind, String id, String message) {}
}

package id.deskpilkada.staff.helpdesk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.LostAccess;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the help desk does for somebody who cannot sign in. */
@Service
class HelpDesk {

    private static final List<Permission> ABOVE_HELP =
            List.of(Permission.SET_UP, Permission.DECIDE_C1, Permission.READ_AUDIT);

    private final AccountSearch accounts;
    private final LostAccess codes;
    private final Secrets secrets;
    private final Staff staff;
    private final Audit audit;

    HelpDesk(AccountSearch accounts, LostAccess codes, Secrets secrets, Staff staff, Audit audit) {
        this.accounts = accounts;
        this.codes = codes;
        this.secrets = secrets;
        this.staff = staff;
        this.audit = audit;
    }

    @Transactional
    public void unlock(Actor actor, long staffId) {
        accounts.requireWithin(actor, staffId);
        codes.unlock(staffId);
        audit.record("account.unlocked", "staff/" + staffId, null, Map.of());
    }

    /** For a lost telephone. */
    @Transactional
    public void endSessions(Actor actor, long staffId) {
        accounts.requireWithin(actor, staffId);
        secrets.endSessions(staffId);
        audit.record("account.sessions-ended", "staff/" + staffId, null, Map.of());
    }

    @Transactional
    public LostAccess.Code code(Actor actor, long staffId) {
        accounts.requireWithin(actor, staffId);
        refuseToRiseAbove(actor, staffId);
        var code = codes.offer(staffId);
        audit.record("account.reset-code", "staff/" + staffId, null, Map.of());
        return code;
    }

    /** With a code one can sign in as its person: those who change the installation, decide forms or read the trail get theirs from an administrator. */
    private void refuseToRiseAbove(Actor actor, long staffId) {
        var above = staff.actor(staffId)
                .filter(person -> ABOVE_HELP.stream().anyMatch(person::may))
                .isPresent();
        if (above && !actor.may(Permission.SET_UP)) {
            throw Problem.forbidden("ADMINISTRATORS_ONLY");
        }
    }
}

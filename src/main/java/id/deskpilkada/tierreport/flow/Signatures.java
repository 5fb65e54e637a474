package id.deskpilkada.tierreport.flow;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.RoleNames;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.Capacity;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.seal.Approval;
import id.deskpilkada.tierreport.seal.SignInWay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody writes who signs, and knows what the staff list says of them. */
@Component
class Signatures {

    static final int LONGEST_REMARKS = 2000;
    private static final int LONGEST_OFFICE = 160;
    private static final int LONGEST_RANK = 80;

    private final Staff staff;
    private final RoleNames roles;
    private final SignInWay signIn;

    Signatures(Staff staff, RoleNames roles, SignInWay signIn) {
        this.staff = staff;
        this.roles = roles;
        this.signIn = signIn;
    }

    /** What the form begins with. */
    record Signer(String name, String position, @Nullable String rank, @Nullable String nip) {}

    Signer of(Actor actor, TierReport report) {
        var person = person(actor);
        return new Signer(person.name(), position(person, report), person.rank(), person.nip());
    }

    /** @throws Problem 422 {@code MALFORMED} with {@code UNKNOWN_CHOICE}, {@code TEXT_LENGTH}, {@code MALFORMED_NIP} */
    Approval read(Signing given, Actor actor, TierReport report) {
        var person = person(actor);
        var faults = new ArrayList<FieldProblem>();
        var capacity = given.capacity();
        if (capacity == null) {
            faults.add(FieldProblem.field("capacity", null, "UNKNOWN_CHOICE", "DEFINITIVE, PJ, PLT, PLH, AN"));
        }
        var position = text("position", or(given.position(), position(person, report)), 1, LONGEST_OFFICE, faults);
        var rank = text("rank", or(given.rank(), person.rank()), 0, LONGEST_RANK, faults);
        var onBehalfOf = text(
                "onBehalfOf",
                capacity == Capacity.AN ? given.onBehalfOf() : null,
                capacity == Capacity.AN ? 1 : 0,
                LONGEST_OFFICE,
                faults);
        var remarks = text("remarks", given.remarks(), 0, LONGEST_REMARKS, faults);
        var nip = nip(or(given.nip(), person.nip()), faults);
        if (!faults.isEmpty() || capacity == null || position == null) {
            throw Problem.unprocessable("MALFORMED", faults);
        }
        return new Approval(
                actor.id(), person.name(), position, rank, nip, capacity, onBehalfOf, remarks, signIn.code());
    }

    private Person person(Actor actor) {
        return staff.person(actor.id()).orElseThrow(() -> Problem.forbidden("FORBIDDEN"));
    }

    private String position(Person person, TierReport report) {
        var known = person.position();
        if (known != null && !known.isBlank()) {
            return known;
        }
        return TierKey.of(report).isDistrict() ? roles.of(new Grant("camat", report.area())) : "";
    }

    private static @Nullable String or(@Nullable String given, @Nullable String known) {
        return given == null || given.isBlank() ? known : given;
    }

    private static @Nullable String text(
            String field, @Nullable String given, int shortest, int longest, List<FieldProblem> faults) {
        var text = given == null ? "" : given.strip();
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            faults.add(FieldProblem.field(field, text, "TEXT_LENGTH", shortest, longest));
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String nip(@Nullable String given, List<FieldProblem> faults) {
        var nip = given == null ? "" : given.replace(" ", "");
        if (!nip.matches("(\\d{18})?")) {
            faults.add(FieldProblem.field("nip", nip, "MALFORMED_NIP"));
        }
        return nip.isEmpty() ? null : nip;
    }
}

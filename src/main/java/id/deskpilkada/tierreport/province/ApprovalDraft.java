package id.deskpilkada.tierreport.province;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.Person;
import id.deskpilkada.tierreport.Capacity;
import id.deskpilkada.tierreport.seal.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a leader writes who approves.
 *
 * @param capacity code of {@link Capacity}
 * @param position their office, e.g. {@code Sekretaris Daerah}; that of the staff list where it is left out, likewise {@code rank} and {@code nip}
 */
record ApprovalDraft(
        @Nullable String capacity,
        @Nullable String position,
        @Nullable String rank,
        @Nullable String nip,
        @Nullable String onBehalfOf,
        @Nullable String remarks) {

    private static final int LONGEST = 160;
    private static final int LONGEST_REMARKS = 2000;

    /** @param signedInBy as the seal notes it @throws Problem 422 {@code APPROVAL_INCOMPLETE} */
    Approval of(Person person, String signedInBy) {
        var faults = new ArrayList<FieldProblem>();
        var office = or(position, person.position());
        var known = Stream.of(Capacity.values())
                .filter(one -> one.name().equals(capacity))
                .findFirst()
                .orElse(Capacity.DEFINITIVE);
        if (capacity != null && !capacity.isBlank() && !known.name().equals(capacity)) {
            faults.add(FieldProblem.field("capacity", capacity, "UNKNOWN_CHOICE", List.of(Capacity.values())));
        }
        if (office == null) {
            faults.add(FieldProblem.field("position", "", "APPROVAL_POSITION"));
        }
        if (known == Capacity.AN && or(onBehalfOf, null) == null) {
            faults.add(FieldProblem.field("onBehalfOf", "", "APPROVAL_ON_BEHALF"));
        }
        if (tooLong(LONGEST, office, rank, nip, onBehalfOf) || tooLong(LONGEST_REMARKS, remarks)) {
            faults.add(FieldProblem.field("remarks", null, "APPROVAL_TOO_LONG"));
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("APPROVAL_INCOMPLETE", faults);
        }
        return new Approval(
                person.id(),
                person.name(),
                Objects.requireNonNull(office),
                or(rank, person.rank()),
                or(nip, person.nip()),
                known,
                known == Capacity.AN ? or(onBehalfOf, null) : null,
                or(remarks, null),
                signedInBy);
    }

    private static @Nullable String or(@Nullable String given, @Nullable String known) {
        return given == null || given.isBlank() ? known == null || known.isBlank() ? null : known : given.strip();
    }

    private static boolean tooLong(int most, @Nullable String... texts) {
        for (var text : texts) {
            if (text != null && text.length() > most) {
                return true;
            }
        }
        return false;
    }
}

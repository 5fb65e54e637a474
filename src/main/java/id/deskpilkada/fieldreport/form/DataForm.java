package id.deskpilkada.fieldreport.form;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of one kind of report: what the server takes, and what a form shows. */
public final class DataForm {

    private final ReportKind kind;
    private final Wording title;
    private final @Nullable RaceRef race;
    private final @Nullable String stage;
    private final List<String> slots;
    private final List<FormSection> sections;
    private final List<String> anyOf;
    private final List<FormSum> sums;
    private final Manner manner;
    private final Branch root;
    private final Map<String, Integer> places;

    private DataForm(Builder made, Branch root) {
        this.kind = made.kind;
        this.title = made.title;
        this.race = made.race;
        this.stage = made.stage;
        this.slots = List.copyOf(made.slots);
        this.sections = List.copyOf(made.sections);
        this.anyOf = List.copyOf(made.anyOf);
        this.sums = List.copyOf(made.sums);
        this.manner = made.manner;
        this.root = root;
        this.places = root.slots();
    }

    public static Builder about(ReportKind kind, Wording title, Manner manner) {
        return new Builder(kind, title, manner);
    }

    public ReportKind kind() {
        return kind;
    }

    public Wording title() {
        return title;
    }

    /** Null where the form is the same in every race, or about none. */
    public @Nullable RaceRef race() {
        return race;
    }

    /** Null where there is only one. */
    public @Nullable String stage() {
        return stage;
    }

    /** Names of the slots that it is asked for at; empty where a report names none. */
    public List<String> slots() {
        return slots;
    }

    public List<FormSection> sections() {
        return sections;
    }

    /** In the order of the form. */
    public List<DataField> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    /** Paths of which a report names at least one; empty where that is not so. */
    public List<String> anyOf() {
        return anyOf;
    }

    /** The same for whoever draws the form, who also has to know that a list needs an answer. */
    List<String> oneOf() {
        return anyOf.isEmpty()
                ? fields().stream()
                        .filter(field -> field.look().drawn() && inNeededGroup(field))
                        .map(DataField::path)
                        .toList()
                : anyOf;
    }

    private boolean inNeededGroup(DataField field) {
        int end = field.path().indexOf('.');
        return end > 0
                && root.part(field.path().substring(0, end)) instanceof Branch branch
                && branch.group().required();
    }

    public List<FormSum> sums() {
        return sums;
    }

    Manner manner() {
        return manner;
    }

    /** Where the values of its fields are kept while it is read, by path. */
    Map<String, Integer> places() {
        return places;
    }

    Branch root() {
        return root;
    }

    /** Puts a form together, section by section. */
    public static final class Builder {

        private final ReportKind kind;
        private final Wording title;
        private final Manner manner;
        private @Nullable RaceRef race;
        private @Nullable String stage;
        private List<String> slots = List.of();
        private List<String> anyOf = List.of();
        private final List<FormSection> sections = new ArrayList<>();
        private final List<FieldGroup> groups = new ArrayList<>();
        private final List<FormSum> sums = new ArrayList<>();

        private Builder(ReportKind kind, Wording title, Manner manner) {
            this.kind = kind;
            this.title = title;
            this.manner = manner;
        }

        public Builder race(RaceRef about) {
            this.race = about;
            return this;
        }

        public Builder stage(String about) {
            this.stage = about;
            return this;
        }

        public Builder slots(List<String> names) {
            this.slots = names;
            return this;
        }

        public Builder section(@Nullable Wording heading, DataField... fields) {
            return section(heading, List.of(fields));
        }

        public Builder section(@Nullable Wording heading, List<DataField> fields) {
            sections.add(new FormSection(heading, fields));
            return this;
        }

        public Builder group(FieldGroup group) {
            groups.add(group);
            return this;
        }

        /** At least one of these is named in every report. */
        public Builder anyOf(String... paths) {
            this.anyOf = List.of(paths);
            return this;
        }

        /** Told to whoever fills it in, at once. */
        public Builder sums(List<FormSum> told) {
            sums.addAll(told);
            return this;
        }

        public DataForm build() {
            var fields = sections.stream()
                    .flatMap(section -> section.fields().stream())
                    .toList();
            return new DataForm(this, Branch.root(groups, fields));
        }
    }
}

package id.deskpilkada.fieldreport.form;

import org.jspecify.annotations.Nullable;

/**
 * How fields stand together in a JSON object of the report.
 *
 * @param path dotted; empty for {@code data} itself
 * @param members whether they are fields of their own or entries of one list
 * @param required whether at least one of them has to be there
 * @param strangers what a name means that is not described; null: what the kind of report says
 */
public record FieldGroup(String path, Members members, boolean required, @Nullable Strangers strangers) {

    public enum Members {
        FIELDS,
        /** Entries of one list, read in the order in which they are sent. */
        ENTRIES,
        /** Entries that have to be answered when they are named. */
        ANSWERS
    }

    /** Tells what is wrong with a name that is not described. */
    @FunctionalInterface
    public interface Strangers {
        Refusal of(String name);
    }

    public record Refusal(String code, Object... arguments) {}

    public static FieldGroup fields(String path) {
        return new FieldGroup(path, Members.FIELDS, false, null);
    }

    public static FieldGroup entries(String path, Strangers strangers) {
        return new FieldGroup(path, Members.ENTRIES, false, strangers);
    }

    public static FieldGroup answers(String path, Strangers strangers) {
        return new FieldGroup(path, Members.ANSWERS, true, strangers);
    }
}

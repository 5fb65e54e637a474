package id.deskpilkada.fieldreport.form;

import java.util.List;

/**
 * Numbers that make another one. A form may tell at once when they do not; it never keeps anybody from sending what is written on the paper.
 *
 * @param rule code of the rule, or of the refusal
 * @param refused whether the server refuses numbers that do not make it; otherwise it notes them only
 * @param total path of the number that the parts make
 */
public record FormSum(String rule, Wording words, boolean refused, String total, List<String> parts) {

    public FormSum {
        parts = List.copyOf(parts);
    }
}

package id.deskpilkada.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The text of a spreadsheet cell as a person meant it: a code that the program stored as a number comes out digit by digit, with the zeros its format shows,
 * a date as ISO 8601.
 */
record CellTexts(boolean date1904) {

    /** What a spreadsheet shows of a number; beyond it lies the noise of binary fractions. */
    private static final MathContext SHOWN_DIGITS = new MathContext(15);

    private static final int SANE_DIGITS = 30;

    /** 31 December 9999, where the calendars of spreadsheets end. */
    private static final double LAST_DAY = 2_958_466;

    private static final Pattern ZEROS = Pattern.compile("(0+)(?:\\.(0+))?");
    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    Reading read(Cell cell) {
        Object value = cell.getValue();
        String formula = cell.getFormula();
        if (formula != null && (value == null && cell.getRawValue() == null)) {
            return Reading.faulty("=" + formula, "FORMULA_WITHOUT_VALUE");
        }
        boolean error = cell.getType() == CellType.ERROR || formula != null && ERRORS.contains(cell.getRawValue());
        if (error) {
            return Reading.faulty(cell.getRawValue(), "CELL_ERROR");
        }
        Reading reading = Reading.of(text(value, cell));
        return formula == null ? reading : reading.asFormula();
    }

    private @Nullable String text(@Nullable Object value, Cell cell) {
        if (value instanceof BigDecimal number) {
            return number(number, cell.getDataFormatId(), cell.getDataFormatString());
        }
        return value == null ? null : value.toString();
    }

    String number(BigDecimal number, @Nullable Integer formatId, @Nullable String format) {
        if (Math.abs((long) number.scale()) > SANE_DIGITS || number.precision() > SANE_DIGITS) {
            return number.toString();
        }
        String shown = formatId != null && format == null ? BuiltinFormats.getBuiltinFormat(formatId) : format;
        String plain = number.round(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
        if (formatId == null || shown == null) {
            return plain;
        }
        double days = number.doubleValue();
        boolean date = DateUtil.isADateFormat(formatId, shown) && days >= 0 && days < LAST_DAY;
        return date ? date(days) : padded(plain, shown);
    }

    /** Formats made of zeros only, such as 00.00, show how long a code is; decimals are added to a fraction only, so that a count stays a count. */
    private static String padded(String plain, String format) {
        Matcher zeros = ZEROS.matcher(format);
        if (!zeros.matches() || plain.startsWith("-")) {
            return plain;
        }
        String[] halves = plain.split("\\.", 2);
        String whole = "0".repeat(Math.max(0, zeros.group(1).length() - halves[0].length())) + halves[0];
        if (halves.length == 1) {
            return whole;
        }
        int decimals = zeros.group(2) == null ? 0 : zeros.group(2).length();
        return whole + "." + halves[1] + "0".repeat(Math.max(0, decimals - halves[1].length()));
    }

    private String date(double days) {
        LocalDateTime moment = DateUtil.getLocalDateTime(days, date1904, true);
        if (days >= 0 && days < 1) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}

package id.deskpilkada.platform;

/** Region and TPS codes as digits: a code lies inside another exactly when its digits begin with the other's. */
public final class Area {

    private Area() {}

    /** {@code 36.04.05} becomes {@code 360405}; a TPS code stays as it is. */
    public static String digits(String code) {
        return code.indexOf('.') < 0 ? code : code.replace(".", "");
    }

    /** The dotted form of a province, regency, district or village given as digits: {@code 360405} becomes {@code 36.04.05}. */
    public static String dotted(String digits) {
        var code = new StringBuilder(13);
        for (int at = 0; at < digits.length(); at++) {
            if (at == 2 || at == 4 || at == 6) {
                code.append('.');
            }
            code.append(digits.charAt(at));
        }
        return code.toString();
    }

    /** How many digits the codes one level down have; those of polling stations below villages. */
    public static int digitsBelow(String area) {
        return switch (area.length()) {
            case 2 -> 4;
            case 4 -> 6;
            case 6 -> 10;
            default -> 13;
        };
    }
}

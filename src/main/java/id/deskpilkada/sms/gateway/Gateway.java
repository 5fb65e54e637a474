package id.deskpilkada.sms.gateway;

/**
 * A gateway that hands SMS over.
 *
 * @param withToken whether a token was given out
 * @param receiver where people send to: E.164 or a short code; empty when it is not told
 * @param fromField name or JSON pointer of the sender in what it sends; empty: the usual names
 */
record Gateway(
        long id,
        String code,
        String name,
        boolean active,
        boolean withToken,
        String receiver,
        String fromField,
        String textField,
        String idField,
        String timeField) {}

package id.deskpilkada.walk;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The objects of one district that a call can name.
 *
 * @param district dotted code
 * @param tps one with a Form C1 in verification
 * @param report the field report of that form
 * @param tasks open ones: to compare that form, to copy another, to decide a third
 * @param photo hash of that form's photo
 * @param session of a person of the district; the caller's own where it is theirs to end
 * @param broadcast what was sent to the people of the district
 * @param message what one of them got of it; the caller's own where it is theirs to read
 * @param erasure that somebody asked for
 * @param puskesmas that looks after the officers of the district
 * @param officer of the district
 * @param signal a signalled incident of the district
 * @param visit of a leader to a TPS of the district
 * @param risk a vulnerable place of the district
 * @param handover a list of such places that lies with an agency
 * @param assignment somebody's charge of a village of the district
 * @param found the first text that a statement finds for the digits of the district
 * @param upload bytes that are sent as a photo
 */
record Side(
        String district,
        String village,
        String tps,
        String report,
        List<String> tasks,
        String photo,
        byte[] upload,
        long person,
        String username,
        Supplier<String> session,
        String broadcast,
        String message,
        String erasure,
        String puskesmas,
        String officer,
        String signal,
        String visit,
        String risk,
        String handover,
        String assignment,
        UnaryOperator<String> found) {}

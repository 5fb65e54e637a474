package id.deskpilkada.platform.work;

/**
 * An open task that its actor may finish.
 *
 * @param key of the task in its model, e.g. {@code rekey-c1}
 * @param subject the case's business key, e.g. {@code pilkada-2024/R1/BUPATI/3604052002001}
 */
public record TaskInHand(String id, String key, String process, String subject) {}

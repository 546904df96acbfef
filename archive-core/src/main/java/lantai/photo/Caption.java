package lantai.photo;

/**
 * The six elements of a photo's caption (DA/T 50-2014); each may be empty. What was never written for the photo follows from its
 * title, its date and what is said of its group.
 *
 * @param event what happens (事由)
 * @param taken when (时间)
 * @param place where (地点)
 * @param figures who is seen (人物)
 * @param backdrop what one has to know (背景)
 * @param photographer who took it (摄影者)
 */
public record Caption(String event, String taken, String place, String figures, String backdrop, String photographer) {}

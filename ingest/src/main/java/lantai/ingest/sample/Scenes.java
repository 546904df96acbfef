package lantai.ingest.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Drawn stand-ins for photographs, 1600 × 1200 dots. */
final class Scenes {
    static final int WIDTH = 1600;
    static final int HEIGHT = 1200;

    private static final Color[] CLOTHES = {
        new Color(0x35506b), new Color(0x8b3a3a), new Color(0x3f6b4f), new Color(0x6b5b3f), new Color(0x5a4a78)
    };

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();

    private Scenes() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /** {@return people at a stall under a red banner} */
    static BufferedImage communityDay() {
        var scene = new Scenes();
        scene.fill(0, 760, new Color(0xa9cfe8), new Color(0xe6f0f4));
        scene.fill(760, HEIGHT, new Color(0xb9b3a6), new Color(0x8f897c));
        scene.block(120, 300, 360, 470, new Color(0xcfc6b4));
        scene.block(1120, 240, 380, 530, new Color(0xd8d0c2));
        for (var floor = 0; floor < 4; floor++) {
            for (var window = 0; window < 4; window++) {
                scene.block(150 + window * 82, 330 + floor * 100, 50, 60, new Color(0x7f9bb0));
                scene.block(1150 + window * 86, 280 + floor * 110, 52, 66, new Color(0x7f9bb0));
            }
        }
        scene.block(330, 330, 940, 120, new Color(0xc21f24));
        scene.centred("医保政策进社区宣传活动", 800, 412, 72, Color.WHITE);
        for (var person = 0; person < 7; person++) {
            scene.person(300 + person * 165, person % 2 == 0 ? 640 : 670, CLOTHES[person % CLOTHES.length]);
        }
        scene.block(200, 860, 1200, 190, new Color(0xe9e4da));
        scene.block(200, 840, 1200, 30, new Color(0x1f4e5f));
        scene.centred("现场咨询　便民办理", 800, 975, 60, new Color(0x1f4e5f));
        return scene.finished();
    }

    /** {@return the same people, the photographer having stepped up to them so many times} */
    static BufferedImage communityDay(int steps) {
        var part = communityDay().getSubimage(160 * steps, 110 * steps, WIDTH - 320 * steps, HEIGHT - 240 * steps);
        var scene = new Scenes();
        scene.graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        scene.graphics.drawImage(part, 0, 0, WIDTH, HEIGHT, null);
        return scene.finished();
    }

    /** {@return shelves on rails in the store} */
    static BufferedImage store() {
        var scene = new Scenes();
        scene.fill(0, 820, new Color(0xf1efe9), new Color(0xdcd8cf));
        scene.fill(820, HEIGHT, new Color(0x9aa5a8), new Color(0x6f7a7d));
        for (var shelf = 0; shelf < 6; shelf++) {
            var x = 90 + shelf * 240;
            scene.block(x, 200, 200, 760, new Color(0xd5dde0));
            scene.block(x, 200, 200, 70, new Color(0x1f4e5f));
            scene.centred("第" + (shelf + 1) + "列", x + 100, 250, 40, Color.WHITE);
            for (var row = 0; row < 6; row++) {
                scene.block(x + 14, 300 + row * 108, 172, 92, new Color(0x6d5a43));
                for (var box = 0; box < 5; box++) {
                    scene.block(x + 18 + box * 34, 306 + row * 108, 28, 80, new Color(0xb08f62 - box * 0x050403));
                }
            }
        }
        scene.centred("业务档案库房", 800, 130, 64, new Color(0x1f4e5f));
        return scene.finished();
    }

    /** {@return a plaque of brass on a wall} */
    static BufferedImage plaque() {
        var scene = new Scenes();
        scene.fill(0, HEIGHT, new Color(0xe8e2d6), new Color(0xcfc7b8));
        scene.graphics.setPaint(new GradientPaint(240, 220, new Color(0xf1d27a), 1360, 980, new Color(0xb98a24)));
        scene.graphics.fill(new RoundRectangle2D.Double(220, 220, 1160, 740, 24, 24));
        scene.graphics.setColor(new Color(0x8c6414));
        scene.graphics.setStroke(new BasicStroke(8));
        scene.graphics.draw(new RoundRectangle2D.Double(250, 250, 1100, 680, 16, 16));
        scene.centred("授予　" + Sample.AGENCY, 800, 370, 50, new Color(0x7a1414));
        scene.centred("档案工作先进单位", 800, 580, 118, new Color(0xb01818));
        scene.centred("样例市档案协会", 800, 780, 54, new Color(0x7a1414));
        scene.centred("二〇二五年十二月", 800, 860, 48, new Color(0x7a1414));
        return scene.finished();
    }

    /** {@return a red pennant with golden fringes} */
    static BufferedImage pennant() {
        var scene = new Scenes();
        scene.fill(0, HEIGHT, new Color(0xefece6), new Color(0xd9d4ca));
        scene.graphics.setPaint(new GradientPaint(500, 100, new Color(0xd3202a), 1100, 1000, new Color(0xa3121b)));
        scene.graphics.fill(
                new Polygon(new int[] {470, 1130, 1130, 800, 470}, new int[] {110, 110, 900, 1060, 900}, 5));
        scene.graphics.setColor(new Color(0xe2b33c));
        scene.graphics.setStroke(new BasicStroke(14));
        scene.graphics.drawLine(430, 108, 1170, 108);
        for (var x = 474; x <= 1126; x += 9) {
            var y = 900 + (int) (160 * (1 - Math.abs(x - 800) / 330.0));
            scene.block(x, y, 4, 46, new Color(0xe2b33c));
        }
        var gold = new Color(0xf6d365);
        scene.upright("赠：" + Sample.AGENCY, 1060, 200, 40, gold);
        scene.upright("热心服务解民忧", 900, 210, 82, gold);
        scene.upright("真情办事暖人心", 740, 210, 82, gold);
        scene.upright("参保人　陈德福", 600, 260, 38, gold);
        scene.upright("二〇二五年九月", 530, 260, 38, gold);
        return scene.finished();
    }

    private BufferedImage finished() {
        centred(Sample.MARK + "　" + Sample.FONDS + "　" + Sample.REGION, 1330, 1172, 26, new Color(0x333333));
        graphics.dispose();
        return image;
    }

    private void fill(int top, int bottom, Color from, Color to) {
        graphics.setPaint(new GradientPaint(0, top, from, 0, bottom, to));
        graphics.fillRect(0, top, WIDTH, bottom - top);
    }

    private void block(int x, int y, int width, int height, Color colour) {
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
    }

    private void person(int x, int y, Color clothes) {
        graphics.setColor(clothes);
        graphics.fill(new RoundRectangle2D.Double(x - 55, y + 70, 110, 260, 60, 60));
        graphics.setColor(new Color(0xe3b999));
        graphics.fill(new Ellipse2D.Double(x - 36, y, 72, 84));
        graphics.setColor(new Color(0x2a2622));
        graphics.fillArc(x - 40, y - 12, 80, 84, 0, 180);
    }

    private void centred(String text, int x, int y, int size, Color colour) {
        graphics.setFont(Face.noto().at(size));
        graphics.setColor(colour);
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, y);
    }

    /** Writes downwards. */
    private void upright(String text, int x, int y, int size, Color colour) {
        for (var i = 0; i < text.length(); i++) {
            centred(text.substring(i, i + 1), x, y + (int) (i * size * 1.12), size, colour);
        }
    }
}

"""Names as residents' associations bear them, in ten scripts."""

from itertools import cycle
from typing import Final

NAMES: Final = {
    "Latin": "Şişli Ağaç Derneği · Żółć i Łódź · Hội phụ nữ Nguyễn Thị Hương",
    "Greek": "Σύλλογος Γυναικών «Η Ελπίδα»",
    "Cyrillic": "Общество «Надежда» та їхні сусіди",
    "Arabic": "نساء الحي",
    "Persian and Urdu": "انجمن می‌خواهیم پژوهش گچ ٹاؤن ڈھاکہ ہے",
    "Hebrew": "אגודת הנשים",
    "Devanagari": "महिला समिति क्षेत्र",
    "Thai": "สมาคมสตรีที่น้ำ",
    "Tamil": "பெண்கள் சங்கம் கொள்கை",
    "Chinese": "妇女协会臺灣",
    "Tigrinya": "ማሕበር ደቂ ኣንስትዮ",
}
_turn = cycle(NAMES.values())


def next_name() -> str:
    """One after the other, over and over."""
    return next(_turn)

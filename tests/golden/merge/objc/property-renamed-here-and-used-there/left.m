#import <Foundation/Foundation.h>
#import "Base.h"

@interface Account : NSObject <NSCopying>
@property (nonatomic, copy) NSString *title;
- (instancetype)initWithName:(NSString *)name;
- (void)deposit:(int)amount;
@end

@implementation Account

- (instancetype)initWithName:(NSString *)name {
    self = [super init];
    if (self) {
        _title = name;
    }
    return self;
}

- (void)deposit:(int)amount {
    self.total += amount;
}

@end
